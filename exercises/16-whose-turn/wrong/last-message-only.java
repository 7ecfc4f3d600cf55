// q1 loses 2: keeps only the last message, and fails without one
String render(String[] roles, String[] texts, boolean addGenerationPrompt) {
    int i = roles.length - 1;
    return "<|im_start|>" + roles[i] + "\n" + texts[i] + "<|im_end|>\n" + (addGenerationPrompt ? "<|im_start|>assistant\n" : "");
}
