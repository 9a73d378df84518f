package fr.vigie.declaration;

/** Art. 33(4): information may come in phases; a filing may be withdrawn. */
public enum DeclarationType {
  INITIAL,
  COMPLEMENTARY,
  WITHDRAWAL
}
