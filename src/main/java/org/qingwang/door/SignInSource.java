package org.qingwang.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.qingwang.common.SubscriberAddress;
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
            return new SignInSource(
                    SubscriberAddress.of(request.getRemoteAddr()), userId, devices.recognize(request, userId));
        }
    }
}
