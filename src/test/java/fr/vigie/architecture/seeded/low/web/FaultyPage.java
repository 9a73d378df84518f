package fr.vigie.architecture.seeded.low.web;

import fr.vigie.platform.persistence.Repository;

/** A page that asks a repository behind the use cases' back. */
public class FaultyPage {
  Repository repository;
}
