package openweights.grading.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;

/**
 * The libraries on the class path, which stay the same from one snippet and one notebook to the
 * next. JShell's compiler would set the class path and list its packages again for every snippet,
 * and open all jars again for every notebook, which takes longer than compiling.
 */
final class Libraries extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {

    private static final Set<String> CLASS_PATH = Set.of("-classpath", "-cp", "--class-path");

    /** What a package holds. A location is one object as long as the class path stays. */
    private record Listing(Location location, String name, Set<Kind> kinds, boolean deep) {}

    private final Map<Listing, List<JavaFileObject>> listings = new HashMap<>();

    /** Names of the classes in the listings, by the very objects that these hold. */
    private final IdentityHashMap<JavaFileObject, String> names = new IdentityHashMap<>();

    private String classPath = "";

    Libraries(StandardJavaFileManager files) {
        super(files);
    }

    @Override
    public boolean handleOption(String option, Iterator<String> arguments) {
        if (!CLASS_PATH.contains(option) || !arguments.hasNext()) {
            return super.handleOption(option, arguments);
        }
        String path = arguments.next();
        if (path.equals(classPath)) {
            return true;
        }
        classPath = path;
        listings.clear();
        names.clear();
        return super.handleOption(option, List.of(path).iterator());
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        Listing key = new Listing(location, packageName, Set.copyOf(kinds), recurse);
        List<JavaFileObject> known = listings.get(key);
        if (known == null) {
            known = new ArrayList<>();
            for (JavaFileObject each : super.list(location, packageName, kinds, recurse)) {
                known.add(each);
                names.put(each, super.inferBinaryName(location, each));
            }
            listings.put(key, known);
        }
        return known;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        String name = names.get(file);
        if (name == null) {
            name = super.inferBinaryName(location, file);
        }
        return name;
    }

    /**
     * Whence the compiler would load plug-ins and annotation processors, for which it would look
     * through all libraries before every snippet. There are none.
     */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    /** The libraries outlive the shells that use them. */
    @Override
    public void close() {}

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
            Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(
            Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }
}
