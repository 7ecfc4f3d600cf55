// q1: as a list
List<Long> begins(int[][] shapes, int bytesEach) {
    List<Long> begins = new ArrayList<>(List.of(0L));
    for (int[] shape : shapes) {
        long numbers = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
        begins.add(begins.get(begins.size() - 1) + numbers * bytesEach);
    }
    return begins;
}
