// q1: with a format and a stream
String render(String[] roles, String[] texts, boolean addGenerationPrompt) {
    String chat = IntStream.range(0, roles.length)
            .mapToObj(i -> "<|im_start|>%s\n%s<|im_end|>\n".formatted(roles[i], texts[i]))
            .collect(Collectors.joining());
    return addGenerationPrompt ? chat + "<|im_start|>assistant\n" : chat;
}
