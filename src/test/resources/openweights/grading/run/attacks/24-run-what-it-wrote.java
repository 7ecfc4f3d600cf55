// expect: EXCEPTION
int twice(int x) throws Exception {
    java.nio.file.Path program = java.nio.file.Path.of("/tmp/program");
    java.nio.file.Files.copy(java.nio.file.Path.of("/bin/true"), program, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    program.toFile().setExecutable(true);
    return new ProcessBuilder(program.toString()).start().waitFor() == 0 ? 2 * x : 0;
}
