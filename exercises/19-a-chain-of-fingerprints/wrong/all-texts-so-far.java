// q1 loses 2: the fingerprint of all texts so far
List<String> chain(List<String> texts) {
    List<String> chain = new ArrayList<>();
    String all = "";
    for (String text : texts) {
        all += text;
        chain.add(fingerprint(all));
    }
    return chain;
}
