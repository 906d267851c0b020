package org.qingwang.common;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom to count as one source when something is limited by network address. */
public final class SubscriberAddress {

    private static final int IPV6_SUBSCRIBER_BYTES = 8;

    private SubscriberAddress() {}

    /**
     * @param address a literal, as the container gives it; no name is looked up
     * @return the address itself; of IPv6 the first 64 bits, since one subscriber has all the rest
     */
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_SUBSCRIBER_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
