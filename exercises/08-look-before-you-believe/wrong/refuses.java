// q2 loses 2: refuses everything
boolean plausible(byte[] file) {
    return false;
}
