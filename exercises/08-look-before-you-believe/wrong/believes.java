// q2 loses 3: believes everything
boolean plausible(byte[] file) {
    return true;
}
