// q2 loses 3: refuses everything
boolean plausible(byte[] file) {
    return false;
}
