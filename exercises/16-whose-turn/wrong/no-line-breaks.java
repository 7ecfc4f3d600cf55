// q1 loses 3: no line breaks
String render(String[] roles, String[] texts, boolean addGenerationPrompt) {
    String chat = "";
    for (int i = 0; i < roles.length; i++) {
        chat += "<|im_start|>" + roles[i] + texts[i] + "<|im_end|>";
    }
    return addGenerationPrompt ? chat + "<|im_start|>assistant" : chat;
}
