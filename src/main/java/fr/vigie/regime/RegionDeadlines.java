package fr.vigie.regime;

/** How many open clocks of a region are overdue, and due within 24 hours: figures only (BR-12). */
public record RegionDeadlines(String regionCode, long overdue, long dueSoon) {}
