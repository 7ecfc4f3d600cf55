// q1 loses 3: takes the fingerprint of each text by itself
List<String> chain(List<String> texts) {
    return texts.stream().map(text -> fingerprint(text)).toList();
}
