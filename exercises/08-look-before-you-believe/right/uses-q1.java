// q2: with headerLength, and what must not be
boolean plausible(byte[] file) {
    if (file.length >= 8) {
        long length = headerLength(file), room = file.length - 8;
        return !(length < 0 || length > room);
    }
    return false;
}
