package org.qingwang.browser;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One page to look at.
 *
 * @param mapping what its controller answers to, or what a person did to see it
 * @param account who opens it; null for somebody not signed in
 * @param address where it is
 * @param act what is done there before looking
 */
record Visit(String mapping, String account, String address, Consumer<Person> act) {

    private static final Consumer<Person> LOOK = person -> {};
    private static final Pattern PLACE = Pattern.compile("/\\{[^/]*}");

    static Visit to(String mapping, String account, String address) {
        return new Visit(mapping, account, address, LOOK);
    }

    /** A page whose address is its mapping. */
    static Visit to(String mapping, String account) {
        if (PLACE.matcher(mapping).find()) {
            throw new IllegalArgumentException(mapping + " needs an address");
        }
        return to(mapping, account, mapping);
    }

    /** Whether the page stands at its address and nothing is done there. */
    boolean isALook() {
        return act == LOOK;
    }

    @Override
    public String toString() {
        return mapping + " by " + (account == null ? "a stranger" : account);
    }
}
