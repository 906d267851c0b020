package org.qingwang.complaint;

/** An offer as the complainant wrote its address, and as we understand it. */
record Listing(String asGiven, ListingAddress address) {}
