package org.qingwang.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Remembers the browser, then leads to where the person wanted to go, or to the desk. */
class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownDevices devices;

    AfterSignIn(KnownDevices devices, RequestCache requests) {
        this.devices = devices;
        setRequestCache(requests);
        setDefaultTargetUrl("/desk");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        devices.remember(request, response, person.getName());
        super.onAuthenticationSuccess(request, response, person);
    }
}
