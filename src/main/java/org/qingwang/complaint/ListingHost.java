package org.qingwang.complaint;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import com.ibm.icu.text.IDNA;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A host as browsers understand it: international names in ASCII by UTS #46, IP addresses in one spelling.
 *
 * @param name in ASCII and lower case, without {@code www}
 * @param registrable the part somebody registered; the IP address itself for one
 */
record ListingHost(String name, String registrable) {

    private static final Pattern ASCII_TAIL_IN_CHINESE = Pattern.compile("(\\.[a-z]{2,})\\p{IsHan}.*$");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9._-]+");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]*|\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern IP_AHEAD =
            Pattern.compile("\\s*\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.]).*", Pattern.DOTALL);
    private static final Pattern FRONT = Pattern.compile("(?:www\\d?|m|wap|mobile)\\.(?=[^.]+\\..+)");

    private static final int LONGEST = 1024;

    /** Lists name the same few hosts thousands of times, and finding a registrable domain takes long. */
    private static final LoadingCache<String, Optional<ListingHost>> KNOWN =
            CacheBuilder.newBuilder().maximumSize(20_000).build(CacheLoader.from(ListingHost::read));

    /** Here nothing answers at the bare domain, and an officer could no longer open the listing. */
    private static final Set<String> FRONT_IS_THE_SITE = Set.of("tb.cn", "yangkeduo.com");

    /**
     * @param written the host as written, without user information and port
     * @return empty if it cannot be a host on the internet: not a name, without a dot, or of a private network
     */
    static Optional<ListingHost> of(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return KNOWN.getUnchecked(written);
    }

    private static Optional<ListingHost> read(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return ipV6(written.substring(1, written.length() - 1));
        }
        return ascii(Percent.decoded(written)).flatMap(ListingHost::ofAscii);
    }

    private static Optional<ListingHost> ofAscii(String ascii) {
        String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        String lastLabel = host.substring(host.lastIndexOf('.') + 1);
        if (NUMBER.matcher(lastLabel).matches()) {
            return ipV4(host);
        }
        if (!InternetDomainName.isValid(host) || isReserved(lastLabel)) {
            return Optional.empty();
        }
        InternetDomainName name = InternetDomainName.from(host);
        if (name.parts().size() < 2 || name.isRegistrySuffix()) {
            return Optional.empty();
        }
        String registrable = registrable(name);
        return Optional.of(new ListingHost(withoutFront(host, registrable), registrable));
    }

    /** Whether a word is a host name somebody can have registered, by the list of public suffixes. */
    static boolean endsInPublicSuffix(String word) {
        return ascii(word)
                .filter(InternetDomainName::isValid)
                .map(InternetDomainName::from)
                .filter(InternetDomainName::isUnderRegistrySuffix)
                .isPresent();
    }

    static boolean startsWithIpAddress(String text) {
        return IP_AHEAD.matcher(text).matches();
    }

    private static Optional<String> ascii(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (PLAIN.matcher(lower).matches() && !lower.contains("xn--")) {
            return Optional.of(lower);
        }
        String cut = ASCII_TAIL_IN_CHINESE.matcher(lower).replaceFirst("$1");
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        int rules = IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ;
        IDNA.getUTS46Instance(rules).nameToASCII(cut, ascii, info);
        return info.hasErrors() || ascii.isEmpty() ? Optional.empty() : Optional.of(ascii.toString());
    }

    private static boolean isReserved(String topLevel) {
        return switch (topLevel) {
            case "localhost", "local", "internal", "lan", "home", "corp", "intranet", "onion", "arpa" -> true;
            default -> false;
        };
    }

    /** An unknown top-level domain counts as a suffix of its own, as the list's last rule has it. */
    private static String registrable(InternetDomainName name) {
        if (name.isUnderPublicSuffix()) {
            return name.topPrivateDomain().toString();
        }
        if (name.hasPublicSuffix()) {
            return name.toString();
        }
        int parts = name.parts().size();
        return String.join(".", name.parts().subList(parts - 2, parts));
    }

    private static String withoutFront(String host, String registrable) {
        if (FRONT_IS_THE_SITE.contains(registrable)) {
            return host;
        }
        String shorter = FRONT.matcher(host).lookingAt() ? host.substring(host.indexOf('.') + 1) : host;
        return shorter.endsWith(registrable) ? shorter : host;
    }

    private static Optional<ListingHost> ipV6(String written) {
        return InetAddresses.isInetAddress(written)
                ? Optional.of(InetAddresses.forString(written)).flatMap(ListingHost::publicAddress)
                : Optional.empty();
    }

    /** IPv4 in all the spellings a browser takes: four decimal parts, one number, octal, hexadecimal. */
    private static Optional<ListingHost> ipV4(String written) {
        String[] parts = written.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!NUMBER.matcher(parts[i]).matches() || parts[i].length() > 14) {
                return Optional.empty();
            }
            boolean last = i == parts.length - 1;
            long limit = last ? 1L << 8 * (5 - parts.length) : 256;
            long value = number(parts[i].toLowerCase(Locale.ROOT));
            if (value < 0 || value >= limit) {
                return Optional.empty();
            }
            address += last ? value : value << 8 * (3 - i);
        }
        return publicAddress(InetAddresses.fromInteger((int) address));
    }

    private static long number(String part) {
        try {
            if (part.startsWith("0x")) {
                return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
            }
            return part.length() > 1 && part.startsWith("0") ? Long.parseLong(part, 8) : Long.parseLong(part);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Optional<ListingHost> publicAddress(InetAddress address) {
        boolean notOnTheInternet = address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC;
        if (notOnTheInternet) {
            return Optional.empty();
        }
        String name = InetAddresses.toUriString(address);
        return Optional.of(new ListingHost(name, name));
    }
}
