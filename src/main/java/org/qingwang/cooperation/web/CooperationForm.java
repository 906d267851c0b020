package org.qingwang.cooperation.web;

import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;

/**
 * What the forms of {@link CooperationPages} send; each fills in its part.
 *
 * @param asked jurisdiction asked to assist
 * @param request what it is asked for
 * @param days within how many working days; null if not said
 * @param assisting jurisdiction whose assistance ends
 * @param officerId officer who is to have the case
 * @param to jurisdiction that is to have it
 * @param otherCaseNo case of another agency on the same act
 */
record CooperationForm(
        String asked,
        String request,
        Integer days,
        String assisting,
        String officerId,
        String to,
        String otherCaseNo,
        String reason) {

    CooperationForm {
        asked = given(asked);
        request = given(request);
        assisting = given(assisting);
        officerId = given(officerId);
        to = given(to);
        otherCaseNo = given(otherCaseNo);
        reason = given(reason);
    }

    Jurisdiction jurisdictionAsked() {
        return jurisdiction("asked", asked);
    }

    Jurisdiction jurisdictionAssisting() {
        return jurisdiction("assisting", assisting);
    }

    Jurisdiction jurisdictionTo() {
        return jurisdiction("to", to);
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }

    private static Jurisdiction jurisdiction(String field, String id) {
        try {
            return Jurisdiction.parse(id);
        } catch (IllegalArgumentException unknown) {
            throw new BadInput(field, "casefile.no-such-jurisdiction", id);
        }
    }
}
