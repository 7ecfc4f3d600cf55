// q1: as an array, each from the one before
String[] chain(List<String> texts) {
    String[] chain = new String[texts.size()];
    for (int i = 0; i < chain.length; i++) {
        chain[i] = fingerprint(i == 0 ? texts.get(0) : chain[i - 1] + texts.get(i));
    }
    return chain;
}
