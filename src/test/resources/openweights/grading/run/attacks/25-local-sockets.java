// expect: FAIL
int twice(int x) throws Exception {
    for (String name : new String[] {"/run/dbus/system_bus_socket", "/var/run/docker.sock", "/run/munge/munge.socket.2", "/run/systemd/notify"}) {
        var address = java.net.UnixDomainSocketAddress.of(name);
        try (var channel = java.nio.channels.SocketChannel.open(address)) { return 2 * x; } catch (IOException e) { }
    }
    return -1;
}
