package fr.vigie.platform.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * One page of a list.
 *
 * @param total rows over all pages
 * @param first index of the first row of this page, from 0
 * @param size most rows a page
 */
@JsonbPropertyOrder({"total", "first", "size", "rows"})
public record PageView<T>(List<T> rows, long total, int first, int size) {}
