package fr.vigie.incident;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Notes on cases. */
@ApplicationScoped
public class CommentRepository extends Repository {
  @Inject IncidentRepository incidents;

  List<Comment> of(Incident incident, int most) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select c from Comment c left join fetch c.organisation where c.incident = :incident and "
                        + rows.part(Comment.class, "c", "authorId", "c.shared = true")
                        + " order by c.writtenAt desc, c.id desc",
                    Comment.class)
                .setParameter("incident", incident))
        .setMaxResults(most)
        .getResultList();
  }

  void add(Comment comment) {
    entities.persist(comment);
  }
}
