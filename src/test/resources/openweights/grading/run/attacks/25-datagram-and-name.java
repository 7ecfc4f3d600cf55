// expect: FAIL
int twice(int x) throws Exception {
    var far = java.net.InetAddress.getByAddress(new byte[] {1, 1, 1, 1});
    try (var socket = new java.net.DatagramSocket()) { socket.send(new java.net.DatagramPacket(new byte[1], 1, far, 53)); return 2 * x; } catch (IOException e) { }
    try { java.net.InetAddress.getByName("example.org"); return 2 * x; } catch (IOException e) { }
    return -1;
}
