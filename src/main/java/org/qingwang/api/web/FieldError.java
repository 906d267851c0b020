package org.qingwang.api.web;

/**
 * What is wrong with one field of a request.
 *
 * @param field the property's name, with its place in a list as in {@code listingUrls[1]}; empty for the whole request
 * @param message what to do about it, in the language the request asks for
 */
public record FieldError(String field, String message) {}
