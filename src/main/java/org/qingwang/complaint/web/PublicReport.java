package org.qingwang.complaint.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.Claim;
import org.qingwang.complaint.ComplainantType;
import org.qingwang.complaint.NewComplaint;

/**
 * What the public fills in of the form of a complaint.
 *
 * @param listingUrls one address a line
 */
record PublicReport(
        ComplainantType complainantType,
        String complainantName,
        String contact,
        String right,
        String registrationNo,
        Claim claim,
        String platform,
        String listingUrls,
        String sellerName,
        String sellerRegion,
        String goods,
        BigDecimal quantity,
        BigDecimal unitPrice,
        String description,
        String demand) {

    NewComplaint receivedOn(LocalDate today) {
        return new NewComplaint(
                today,
                Channel.PAGE,
                complainantType,
                complainantName,
                contact,
                right,
                registrationNo,
                platform,
                NewComplaint.lines(listingUrls),
                sellerName,
                sellerRegion,
                goods,
                quantity,
                unitPrice,
                "CNY",
                description,
                claim,
                demand);
    }
}
