// q2: by the two highest bits, as a long
long letterCount(byte[] bytes) {
    return IntStream.range(0, bytes.length).filter(i -> (bytes[i] & 0b1100_0000) != 0b1000_0000).count();
}
