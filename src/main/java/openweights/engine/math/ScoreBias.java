package openweights.engine.math;

/** What is added to a scaled attention score because of where query and key stand. */
@FunctionalInterface
public interface ScoreBias {

    /**
     * @param query the query's position
     * @param key the key's position, not after the query's
     */
    float of(int head, int query, int key);
}
