package fr.vigie.architecture.seeded.high;

import fr.vigie.architecture.seeded.low.FaultyManager;

/** Closes the cycle without having declared the use. */
public class Upstairs {
  FaultyManager below;
}
