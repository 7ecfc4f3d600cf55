// q1: as a list
List<Byte> inEightBits(float[] row) {
    double largest = IntStream.range(0, row.length).mapToDouble(i -> Math.abs(row[i])).max().orElse(0);
    List<Byte> bytes = new ArrayList<>();
    for (float weight : row) {
        bytes.add((byte) (largest == 0 ? 0 : Math.round(weight / (largest / 127))));
    }
    return bytes;
}
