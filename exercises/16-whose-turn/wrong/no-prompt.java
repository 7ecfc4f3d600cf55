// q1 loses 2: forgets the beginning of an answer
String render(String[] roles, String[] texts, boolean addGenerationPrompt) {
    String chat = "";
    for (int i = 0; i < roles.length; i++) {
        chat += "<|im_start|>" + roles[i] + "\n" + texts[i] + "<|im_end|>\n";
    }
    return chat;
}
