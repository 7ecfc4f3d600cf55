final class Open {
    // @start region="first"
    int a;
    // @start region="second"
    int b;
    // @end
}
