// q1: with a map
List<Integer> commonestPair(int[] ids) {
    Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
    for (int i = 1; i < ids.length; i++) {
        counts.merge(List.of(ids[i - 1], ids[i]), 1, Integer::sum);
    }
    List<Integer> best = List.of();
    for (var each : counts.entrySet()) {
        if (best.isEmpty() || each.getValue() > counts.get(best)) {
            best = each.getKey();
        }
    }
    return best;
}
