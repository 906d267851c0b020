package org.qingwang.start;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.qingwang.support.PackagedApplication;

/**
 * The jar users start holds the classes of every library side by side. What two libraries name alike would silently be
 * taken from one of them: a service not found, a page of the engine's in place of ours, a licence not passed on.
 */
class PackagedJarIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String IMAGE_BUILDER = "spring-boot-jarmode-tools";
    private static final Path OURS = Path.of("target/original-qingwang.jar");

    /** Says something about a library as a jar of its own, or serves development tools. */
    private static final Pattern NOT_NEEDED =
            Pattern.compile("(META-INF/versions/\\d+/)?(OSGI-INF/MANIFEST.MF|module-info.class)"
                    + "|META-INF/(MANIFEST.MF|INDEX.LIST|web-fragment.xml|spring.tooling|maven/.*|.*\\.(SF|DSA|RSA)"
                    + "|(additional-)?spring-configuration-metadata.json)");

    /** Interfaces that spring-aop holds, too. */
    private static final Pattern HELD_BY_ANOTHER = Pattern.compile("org/aopalliance/.*");

    private static final Pattern LINES =
            Pattern.compile("META-INF/services/.*|META-INF/spring/.*\\.(imports|replacements)"
                    + "|META-INF/spring\\.(handlers|schemas)|META-INF/spring-autoconfigure-metadata.properties"
                    + "|META-INF/hk2-locator/default|META-INF/(?i:license|notice|DEPENDENCIES)(\\.\\w+)?");

    private static final Pattern LISTS = Pattern.compile("META-INF/(spring|spring/aot)\\.factories");

    @Test
    void nothingOfAnyLibraryIsLostInTheOneJar() throws IOException {
        try (JarFile layers = new JarFile(PackagedApplication.LAYERS.toFile());
                JarFile ours = new JarFile(OURS.toFile());
                JarFile jar = new JarFile(PackagedApplication.JAR.toFile())) {
            List<JarEntry> libraries = layers.stream()
                    .filter(entry -> entry.getName().startsWith(LIBRARIES) && !entry.isDirectory())
                    .filter(entry -> !entry.getName().contains(IMAGE_BUILDER))
                    .toList();
            assertThat(libraries).hasSizeGreaterThan(100);
            List<String> lost = new ArrayList<>();
            for (JarEntry library : libraries) {
                lost.addAll(lost(library.getName(), layers.getInputStream(library), ours, jar));
            }
            assertThat(lost).isEmpty();
        }
    }

    @Test
    void everyFileOfOursIsInTheOneJar() throws IOException {
        try (JarFile ours = new JarFile(OURS.toFile());
                JarFile jar = new JarFile(PackagedApplication.JAR.toFile())) {
            List<JarEntry> files = ours.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME))
                    .filter(entry -> !putTogether(entry.getName()))
                    .toList();
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(isSame(jar.getEntry(file.getName()), file.getCrc()))
                            .isTrue());
        }
    }

    private static List<String> lost(String library, InputStream content, JarFile ours, JarFile jar)
            throws IOException {
        List<String> lost = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(content)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                byte[] bytes = entries.readAllBytes();
                if (!entry.isDirectory() && !isThere(entry.getName(), bytes, ours, jar)) {
                    lost.add(library + ": " + entry.getName());
                }
            }
        }
        return lost;
    }

    private static boolean isThere(String name, byte[] bytes, JarFile ours, JarFile jar) throws IOException {
        if (NOT_NEEDED.matcher(name).matches()) {
            return true;
        }
        ZipEntry entry = entry(name, jar);
        if (entry == null) {
            return false;
        }
        if (putTogether(name)) {
            return statements(name, jar.getInputStream(entry).readAllBytes()).containsAll(statements(name, bytes));
        }
        return HELD_BY_ANOTHER.matcher(name).matches() || ours.getEntry(name) != null || isSame(entry, checksum(bytes));
    }

    /** Licences are put together whatever the case of their names. */
    private static ZipEntry entry(String name, JarFile jar) {
        ZipEntry entry = jar.getEntry(name);
        return entry != null || !putTogether(name)
                ? entry
                : jar.getEntry(name.replace("license", "LICENSE").replace("notice", "NOTICE"));
    }

    private static boolean putTogether(String name) {
        return LINES.matcher(name).matches() || LISTS.matcher(name).matches();
    }

    /** What a file that is put together says, one by one, in whatever order. */
    private static Set<String> statements(String name, byte[] bytes) throws IOException {
        return LISTS.matcher(name).matches() ? listed(bytes) : lines(bytes);
    }

    private static Set<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("\\s*#.*", "").strip())
                .filter(not(String::isEmpty))
                .collect(Collectors.toSet());
    }

    private static Set<String> listed(byte[] bytes) throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(bytes));
        Set<String> listed = new HashSet<>();
        for (String key : properties.stringPropertyNames()) {
            for (String value : properties.getProperty(key).split(",")) {
                listed.add(key + "=" + value.strip());
            }
        }
        return listed;
    }

    private static boolean isSame(ZipEntry entry, long checksum) {
        return entry != null && entry.getCrc() == checksum;
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
