package org.qingwang.repair;

/**
 * A version of a model with what runs by it.
 *
 * @param id of this version
 * @param key of the model
 * @param name in both languages
 * @param running how many processes run by it
 * @param suspended how many of them stand still by order
 */
public record RunningModel(String id, String key, String name, int version, int running, int suspended) {}
