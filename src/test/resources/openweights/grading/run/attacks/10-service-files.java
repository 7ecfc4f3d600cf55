// expect: FAIL
public class Listener implements org.junit.jupiter.api.extension.Extension { }
String[] services = {"org.junit.platform.launcher.TestExecutionListener", "org.junit.jupiter.api.extension.Extension", "java.nio.file.spi.FileSystemProvider", "java.net.spi.URLStreamHandlerProvider"};
new File("/tmp/META-INF/services").mkdirs();
for (String service : services) { try (var out = new FileWriter("/tmp/META-INF/services/" + service)) { out.write("REPL.Listener"); } }
try (var out = new FileWriter("/tmp/junit-platform.properties")) { out.write("junit.jupiter.extensions.autodetection.enabled=true\njunit.jupiter.conditions.deactivate=*"); }
System.setProperty("junit.jupiter.extensions.autodetection.enabled", "true");
Thread.currentThread().setContextClassLoader(new java.net.URLClassLoader(new java.net.URL[] {new File("/tmp/").toURI().toURL()}));
int twice(int x) { return -1; }
