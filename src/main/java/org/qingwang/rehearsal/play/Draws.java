package org.qingwang.rehearsal.play;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What chance decides. Every draw has a name and depends on the seed and that name alone: who draws first makes no
 * difference, and a complaint is the same in every run.
 */
final class Draws {

    private final long seed;

    Draws(long seed) {
        this.seed = seed;
    }

    /** @return 0 up to, not including, 1 */
    double of(String name) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed ^ name.charAt(i));
        }
        return (mix(mixed) >>> 11) * 0x1.0p-53;
    }

    int below(int bound, String name) {
        return (int) (of(name) * bound);
    }

    /** @return a key, each as likely as its weight says */
    String among(Map<String, Integer> weights, String name) {
        Map<String, Integer> ordered = new TreeMap<>(weights);
        int all = ordered.values().stream().mapToInt(Integer::intValue).sum();
        int drawn = below(all, name);
        for (Map.Entry<String, Integer> one : ordered.entrySet()) {
            drawn -= one.getValue();
            if (drawn < 0) {
                return one.getKey();
            }
        }
        throw new IllegalArgumentException("nothing to draw from: " + weights);
    }

    <T> T among(List<T> values, String name) {
        return values.get(below(values.size(), name));
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
