package org.qingwang.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.stereotype.Component;

/**
 * Where a try to sign in comes from.
 *
 * @param address the network address; of IPv6 the first 64 bits, since one subscriber has all the rest
 * @param userId the name as typed
 * @param knownDevice the browser's id, if this account was signed in to from it
 */
record SignInSource(String address, String userId, Optional<String> knownDevice) {

    private static final int IPV6_SUBSCRIBER_BYTES = 8;

    /** Reads it from the request. */
    @Component
    static class Reader implements AuthenticationDetailsSource<HttpServletRequest, SignInSource> {

        private final KnownDevices devices;

        Reader(KnownDevices devices) {
            this.devices = devices;
        }

        @Override
        public SignInSource buildDetails(HttpServletRequest request) {
            String typed = request.getParameter("username");
            String userId = typed == null ? "" : typed.trim();
            return new SignInSource(network(request.getRemoteAddr()), userId, devices.recognize(request, userId));
        }
    }

    /** @param address a literal, as the container gives it; no name is looked up */
    static String network(String address) {
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
