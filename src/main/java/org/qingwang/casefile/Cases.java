package org.qingwang.casefile;

import static org.qingwang.casefile.Columns.array;
import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.law.ClockSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_file}, and what hangs on it row by row: complaints, sellers, listings and marks. */
@Repository
class Cases {

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets only one complaint about this seller be opened or joined at a time, until the transaction ends. */
    void lockSeller(String sellerKey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:seller, 60))")
                .param("seller", sellerKey)
                .query((row, number) -> number)
                .single();
    }

    long nextNumber() {
        return jdbc.sql("select nextval('case_number')").query(Long.class).single();
    }

    void open(String caseNo, ComplaintFacts facts, Instant now) {
        jdbc.sql("""
                        insert into case_file (case_no, status, intake_jurisdiction, opened_at, seller_name,
                                               seller_region, platform, right_name, registration_no, goods,
                                               alleged_value, search_terms)
                        values (:case, 'OPENED', :intake, :now, :seller, :region, :platform, :right, :registration,
                                :goods, :value, '{}')
                        """)
                .param("case", caseNo)
                .param("intake", facts.intake().id())
                .param("now", utc(now))
                .param("seller", facts.sellerName())
                .param("region", facts.sellerRegion())
                .param("platform", facts.platform())
                .param("right", facts.rightName())
                .param("registration", facts.registrationNo())
                .param("goods", facts.goods())
                .param("value", facts.allegedValue())
                .update();
    }

    /** Makes the case findable under these terms, beside those it is found under already. */
    void addSearchTerms(String caseNo, Collection<String> terms) {
        jdbc.sql("""
                        update case_file
                        set search_terms = array(select distinct unnest(search_terms || :terms::text[]))
                        where case_no = :case and not search_terms @> :terms::text[]
                        """).param("case", caseNo).param("terms", array(terms)).update();
    }

    Optional<CaseFile> find(String caseNo) {
        return jdbc.sql("select * from case_file where case_no = :case")
                .param("case", caseNo)
                .query(Cases::caseFile)
                .optional();
    }

    /** Who is in charge of the case, its lead or else who took it in, and whether the office follows it by name. */
    Optional<ClockSubjects.Subject> clockSubject(String caseNo) {
        return jdbc.sql("select coalesce(lead_jurisdiction, intake_jurisdiction) as jurisdiction, supervised"
                        + " from case_file where case_no = :case")
                .param("case", caseNo)
                .query((row, number) ->
                        new ClockSubjects.Subject(row.getString("jurisdiction"), row.getBoolean("supervised")))
                .optional();
    }

    /** Reads the case and keeps everybody else from changing it until the transaction ends. */
    Optional<CaseFile> lock(String caseNo) {
        return jdbc.sql("select * from case_file where case_no = :case for no key update")
                .param("case", caseNo)
                .query(Cases::caseFile)
                .optional();
    }

    void setLead(String caseNo, Jurisdiction lead) {
        jdbc.sql("update case_file set lead_jurisdiction = :lead, status = :status where case_no = :case")
                .param("case", caseNo)
                .param("lead", lead == null ? null : lead.id())
                .param("status", (lead == null ? CaseStatus.OPENED : CaseStatus.IN_HAND).name())
                .update();
    }

    List<CaseFile> findAll(Collection<String> caseNos) {
        return jdbc.sql("select * from case_file where case_no = any (:cases::text[])")
                .param("cases", array(caseNos))
                .query(Cases::caseFile)
                .list();
    }

    void setCoordinated(String caseNo) {
        jdbc.sql("update case_file set coordinated = true where case_no = :case")
                .param("case", caseNo)
                .update();
    }

    /** @param disputeNo the open dispute on its competence; null if there is none any more */
    void setDispute(String caseNo, String disputeNo) {
        jdbc.sql("update case_file set dispute_no = :dispute, coordinated = true where case_no = :case")
                .param("case", caseNo)
                .param("dispute", disputeNo)
                .update();
    }

    void setDesignated(String caseNo, Jurisdiction lead) {
        jdbc.sql("update case_file set designated_lead = :lead where case_no = :case")
                .param("case", caseNo)
                .param("lead", lead.id())
                .update();
    }

    void setSupervised(String caseNo, boolean supervised) {
        jdbc.sql("update case_file set supervised = :supervised, coordinated = true where case_no = :case")
                .param("case", caseNo)
                .param("supervised", supervised)
                .update();
    }

    void setReferral(String caseNo, CaseReferral referral) {
        jdbc.sql("update case_file set referral = :referral where case_no = :case")
                .param("case", caseNo)
                .param("referral", referral.name())
                .update();
    }

    void setResult(String caseNo, CaseResult result) {
        jdbc.sql("""
                        update case_file
                        set outcome = :outcome, outcome_reason = :reason, case_value = :value, fine = :fine,
                            confiscated = :confiscated, goods_quantity = :quantity, goods_found = :goods
                        where case_no = :case
                        """)
                .param("case", caseNo)
                .param("outcome", result.outcome().name())
                .param("reason", result.reason())
                .param("value", result.caseValue())
                .param("fine", result.fine())
                .param("confiscated", result.confiscated())
                .param("quantity", result.goodsQuantity())
                .param("goods", result.goods())
                .update();
    }

    void close(String caseNo, Instant now) {
        jdbc.sql("update case_file set status = 'CLOSED', closed_at = :now where case_no = :case")
                .param("case", caseNo)
                .param("now", utc(now))
                .update();
        jdbc.sql("update case_seller set open = false where case_no = :case")
                .param("case", caseNo)
                .update();
        jdbc.sql("update case_listing set open = false where case_no = :case")
                .param("case", caseNo)
                .update();
    }

    /** As it was when it was opened, but for everything that hangs on it; everybody who complained is told anew. */
    void reopen(String caseNo) {
        jdbc.sql("""
                        update case_file
                        set status = 'OPENED', closed_at = null, lead_jurisdiction = null, outcome = null,
                            outcome_reason = null, case_value = null, fine = null, confiscated = null,
                            goods_quantity = null, goods_found = null
                        where case_no = :case""").param("case", caseNo).update();
        for (String table : List.of("case_seller", "case_listing")) {
            jdbc.sql("update " + table + " set open = true where case_no = :case")
                    .param("case", caseNo)
                    .update();
        }
        jdbc.sql("update case_complaint set told_at = null where case_no = :case")
                .param("case", caseNo)
                .update();
    }

    /** Another case has its complaints from now on, and is found by whatever it was found by. */
    void moveTo(String caseNo, String into) {
        for (String statement : List.of(
                "update case_file set joined_to = :into where case_no = :case",
                "update case_complaint set case_no = :into, opened_the_case = false where case_no = :case",
                "insert into case_seller select :into, name, name_key, name_sound, platform, true from case_seller"
                        + " where case_no = :case on conflict do nothing",
                "insert into case_listing select :into, address, receipt_no, true from case_listing"
                        + " where case_no = :case on conflict do nothing",
                "insert into case_mark select :into, mark_key from case_mark where case_no = :case"
                        + " on conflict do nothing",
                "update case_file set search_terms = array(select distinct unnest(search_terms || (select search_terms"
                        + " from case_file where case_no = :case))) where case_no = :into")) {
            jdbc.sql(statement).param("case", caseNo).param("into", into).update();
        }
    }

    Optional<String> caseOf(String receiptNo) {
        return jdbc.sql("select case_no from case_complaint where receipt_no = :receipt")
                .param("receipt", receiptNo)
                .query(String.class)
                .optional();
    }

    void addComplaint(String caseNo, ComplaintFacts facts, boolean openedTheCase, Instant now) {
        jdbc.sql("insert into case_complaint values (:receipt, :case, :intake, :now, :opened, null)")
                .param("receipt", facts.receiptNo())
                .param("case", caseNo)
                .param("intake", facts.intake().id())
                .param("now", utc(now))
                .param("opened", openedTheCase)
                .update();
        addParty(caseNo, facts);
        addListings(caseNo, facts);
    }

    /** By whom and by which mark the case is known. */
    void addParty(String caseNo, ComplaintFacts facts) {
        addSeller(caseNo, facts);
        jdbc.sql("insert into case_mark select :case, unnest(:marks::text[]) on conflict do nothing")
                .param("case", caseNo)
                .param("marks", array(MarkKeys.of(facts.registrationNo(), facts.rightName())))
                .update();
    }

    private void addSeller(String caseNo, ComplaintFacts facts) {
        SellerName seller = SellerName.of(facts.sellerName());
        if (seller.isKnown()) {
            jdbc.sql(
                            "insert into case_seller values (:case, :name, :key, :sound, :platform, true) on conflict do nothing")
                    .param("case", caseNo)
                    .param("name", facts.sellerName())
                    .param("key", seller.key())
                    .param("sound", seller.sound())
                    .param("platform", PlatformName.key(facts.platform()))
                    .update();
        }
    }

    private void addListings(String caseNo, ComplaintFacts facts) {
        jdbc.sql("""
                        insert into case_listing select :case, unnest(:listings::text[]), :receipt, true
                        on conflict do nothing
                        """)
                .param("case", caseNo)
                .param("listings", array(facts.listings()))
                .param("receipt", facts.receiptNo())
                .update();
    }

    List<String> receiptsOf(String caseNo) {
        return jdbc.sql("select receipt_no from case_complaint where case_no = :case order by joined_at, receipt_no")
                .param("case", caseNo)
                .query(String.class)
                .list();
    }

    List<String> receiptsNotTold(String caseNo) {
        return jdbc.sql("""
                        select receipt_no from case_complaint
                        where case_no = :case and told_at is null order by joined_at, receipt_no
                        """).param("case", caseNo).query(String.class).list();
    }

    void markTold(String receiptNo, Instant now) {
        jdbc.sql("update case_complaint set told_at = :now where receipt_no = :receipt")
                .param("receipt", receiptNo)
                .param("now", utc(now))
                .update();
    }

    List<String> listingsOf(String caseNo) {
        return jdbc.sql("select address from case_listing where case_no = :case order by address")
                .param("case", caseNo)
                .query(String.class)
                .list();
    }

    static CaseFile caseFile(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getString("case_no"),
                CaseStatus.valueOf(row.getString("status")),
                jurisdiction(row, "intake_jurisdiction"),
                jurisdiction(row, "lead_jurisdiction"),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                row.getString("seller_name"),
                row.getString("seller_region"),
                row.getString("platform"),
                row.getString("right_name"),
                row.getString("registration_no"),
                row.getString("goods"),
                row.getBigDecimal("alleged_value"),
                result(row),
                CaseReferral.valueOf(row.getString("referral")),
                row.getBoolean("linked"),
                row.getBoolean("supervised"),
                row.getBoolean("coordinated"),
                row.getString("dispute_no"),
                jurisdiction(row, "designated_lead"),
                row.getString("joined_to"));
    }

    private static CaseResult result(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        if (outcome == null) {
            return null;
        }
        return new CaseResult(
                CaseOutcome.valueOf(outcome),
                row.getString("outcome_reason"),
                row.getBigDecimal("case_value"),
                row.getBigDecimal("fine"),
                row.getBigDecimal("confiscated"),
                row.getBigDecimal("goods_quantity"),
                row.getString("goods_found"));
    }
}
