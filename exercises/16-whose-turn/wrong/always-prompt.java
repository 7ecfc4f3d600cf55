// q1 loses 2: begins an answer even if it is not wanted
String render(String[] roles, String[] texts, boolean addGenerationPrompt) {
    String chat = "";
    for (int i = 0; i < roles.length; i++) {
        chat += "<|im_start|>" + roles[i] + "\n" + texts[i] + "<|im_end|>\n";
    }
    return chat + "<|im_start|>assistant\n";
}
