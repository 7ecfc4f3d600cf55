// q1: as a list
List<Double> recalls(int[][] counts) {
    List<Double> recalls = new ArrayList<>();
    for (int[] row : counts) {
        int images = Arrays.stream(row).sum(), digit = recalls.size();
        recalls.add(images == 0 ? Double.NaN : 1.0 * row[digit] / images);
    }
    return recalls;
}
