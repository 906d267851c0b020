package org.qingwang.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What evidence is about.
 *
 * @param type a case or a complaint
 * @param number its case or receipt number
 */
public record Subject(Type type, String number) {

    /** The kinds of file evidence can belong to. */
    public enum Type {
        CASE("/desk/cases/"),
        COMPLAINT("/desk/complaints/");

        private final String pages;

        Type(String pages) {
            this.pages = pages;
        }

        /** As addresses and the audit write it: {@code case}, {@code complaint}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @return the type with this key, empty if there is none */
        public static Optional<Type> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(type -> type.key().equals(key))
                    .findFirst();
        }
    }

    /** Path of the page about it. */
    public String page() {
        return type.pages + number;
    }
}
