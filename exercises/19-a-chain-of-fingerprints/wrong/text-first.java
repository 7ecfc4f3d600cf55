// q1 loses 2: puts the text before the fingerprint
List<String> chain(List<String> texts) {
    List<String> chain = new ArrayList<>();
    String before = "";
    for (String text : texts) {
        before = fingerprint(text + before);
        chain.add(before);
    }
    return chain;
}
