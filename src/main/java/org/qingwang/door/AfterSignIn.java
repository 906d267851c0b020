package org.qingwang.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Remembers the browser and that the person came in, then leads to where the person wanted to go, or to the desk. */
class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownDevices devices;
    private final SignInRecord record;

    AfterSignIn(KnownDevices devices, SignInRecord record, RequestCache requests) {
        this.devices = devices;
        this.record = record;
        setRequestCache(requests);
        setDefaultTargetUrl("/desk");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        SessionPrincipal principal = (SessionPrincipal) person.getPrincipal();
        boolean known = devices.recognize(request, principal.userId()).isPresent();
        devices.remember(request, response, principal.userId());
        record.cameIn(principal, known);
        super.onAuthenticationSuccess(request, response, person);
    }
}
