package org.qingwang.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.qingwang.common.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Recognizes a browser somebody has signed in with before, by a signed cookie for each account. Tries from there are
 * counted apart, so a stranger who keeps typing wrong passwords does not use up the officer's own.
 */
@Component
class KnownDevices {

    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final String MAC = "HmacSHA256";

    private final SigningKeys keys;

    KnownDevices(SigningKeys keys) {
        this.keys = keys;
    }

    /** @return the browser's id, if this account was signed in to from it */
    Optional<String> recognize(HttpServletRequest request, String userId) {
        Cookie cookie = WebUtils.getCookie(request, cookieName(userId));
        if (cookie == null || !cookie.getValue().matches("[0-9a-f-]{36}\\.[0-9a-f]{64}")) {
            return Optional.empty();
        }
        String device = cookie.getValue().substring(0, 36);
        byte[] expected = cookieValue(device, userId).getBytes(StandardCharsets.US_ASCII);
        boolean genuine = MessageDigest.isEqual(expected, cookie.getValue().getBytes(StandardCharsets.US_ASCII));
        return genuine ? Optional.of(device) : Optional.empty();
    }

    /** Marks the browser as one this account was signed in to from. */
    void remember(HttpServletRequest request, HttpServletResponse response, String userId) {
        String device =
                recognize(request, userId).orElseGet(() -> UUID.randomUUID().toString());
        ResponseCookie cookie = ResponseCookie.from(cookieName(userId), cookieValue(device, userId))
                .path("/login")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String cookieName(String userId) {
        return "known-" + Sha256.hex(userId).substring(0, 16);
    }

    private String cookieValue(String device, String userId) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(keys.of("known-device"), MAC));
            byte[] signature = mac.doFinal((device + "|" + userId).getBytes(StandardCharsets.UTF_8));
            return device + "." + HexFormat.of().formatHex(signature);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
