package org.qingwang.door;

import java.security.Principal;
import java.util.Collection;
import org.qingwang.agency.Actor;
import org.qingwang.agency.ActorPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The person signed in, with the rights of this moment. Lives for one request.
 *
 * @param actor who acts
 */
record SignedIn(Actor actor) implements ActorPrincipal, UserDetails, Principal {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList(actor.groups());
    }

    @Override
    public String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return actor.userId();
    }

    @Override
    public String getName() {
        return actor.userId();
    }
}
