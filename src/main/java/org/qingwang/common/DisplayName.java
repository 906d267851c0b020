package org.qingwang.common;

/** A file's name as its sender wrote it, made safe to show. It is never used to find or store anything. */
public final class DisplayName {

    private static final int LONGEST = 120;

    private DisplayName() {}

    /**
     * @param sent the name a browser sent; may be null, hold a path, control characters or marks that turn the direction
     *     of writing, and be of any length
     * @return one line without any of these, at most 120 characters, its extension kept; {@code file} if nothing is left
     */
    public static String of(String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String visible = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\"<>:|?*]", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^\\.+", "");
        return visible.isEmpty() ? "file" : shortened(visible);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST - extension.length() - 1;
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + "…" + extension;
    }
}
