package ukaz.rules.identity;

import ukaz.model.Field;

/**
 * What one field says for or against two records telling of one person.
 *
 * @param weight in bits: how much more often it looks so in two records of one person than of two; negative where less
 */
public record Evidence(Field field, double weight) {}
