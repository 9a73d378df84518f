package fr.vigie.incident.rest;

import fr.vigie.incident.CaseTask;
import fr.vigie.incident.Step;
import fr.vigie.incident.TaskOwner;
import fr.vigie.incident.Tasks;
import fr.vigie.platform.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tasks of a case. */
@Path("/incidents/{ref}/tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
public class TaskResource {
  @Inject Tasks tasks;

  @PathParam("ref")
  String ref;

  /**
   * A task as the API tells it.
   *
   * @param owner {@code user:…}, {@code organisation:…}, {@code role:…} or empty
   */
  public record TaskView(
      String id,
      String title,
      String guidance,
      String step,
      String state,
      String owner,
      String ownerName,
      String due,
      String dependsOn,
      boolean waiting,
      String outcome,
      String source,
      String settledAt) {}

  /** A task to be added. */
  public record NewTask(
      String title, String guidance, Step step, String owner, Instant due, String dependsOn) {}

  /** The result of a task done, or the reason of one dropped. */
  public record Outcome(String text) {}

  /** To whom, and for when. */
  public record Plan(String owner, Instant due) {}

  @GET
  @Operation(summary = "Lists the tasks of a case.")
  public List<TaskView> list() {
    return tasks.list(ref).stream().map(TaskResource::view).toList();
  }

  @POST
  @Operation(summary = "Adds a task.")
  public TaskView add(NewTask wanted) {
    return view(
        tasks.add(
            ref,
            new Tasks.Content(
                Objects.toString(wanted.title(), ""),
                Objects.toString(wanted.guidance(), ""),
                Objects.requireNonNullElse(wanted.step(), Step.DETECTION),
                TaskOwner.parse(wanted.owner()),
                wanted.due(),
                wanted.dependsOn() == null ? null : Ids.parse("CaseTask", wanted.dependsOn()))));
  }

  @POST
  @Path("/{id}/take")
  @Operation(summary = "Takes a task.")
  public TaskView take(@PathParam("id") long id) {
    return view(tasks.take(ofThisCase(id)));
  }

  @POST
  @Path("/{id}/finish")
  @Operation(summary = "Finishes a task with its result.")
  public TaskView finish(@PathParam("id") long id, Outcome outcome) {
    return view(tasks.finish(ofThisCase(id), Objects.toString(outcome.text(), "")));
  }

  @POST
  @Path("/{id}/drop")
  @Operation(summary = "Drops a task, with a reason.")
  public TaskView drop(@PathParam("id") long id, Outcome outcome) {
    return view(tasks.drop(ofThisCase(id), Objects.toString(outcome.text(), "")));
  }

  @POST
  @Path("/{id}/put-back")
  @Operation(summary = "Puts a task back into the list.")
  public TaskView putBack(@PathParam("id") long id) {
    return view(tasks.putBack(ofThisCase(id)));
  }

  @POST
  @Path("/{id}/plan")
  @Operation(summary = "Gives a task to somebody and sets its time.")
  public TaskView plan(@PathParam("id") long id, Plan plan) {
    return view(tasks.plan(ofThisCase(id), TaskOwner.parse(plan.owner()), plan.due()));
  }

  private long ofThisCase(long id) {
    if (!tasks.get(id).getIncident().getReference().equals(ref)) {
      throw new NotFoundException();
    }
    return id;
  }

  private static TaskView view(CaseTask task) {
    return new TaskView(
        Long.toString(task.getId()),
        task.getTitle(),
        task.getGuidance(),
        task.getStep().name(),
        task.getState().name(),
        task.owner().written(),
        task.getOwnerName(),
        text(task.getDue()),
        task.getDependsOn() == null ? null : Long.toString(task.getDependsOn().getId()),
        task.isWaiting(),
        task.getOutcome(),
        task.getSource(),
        text(task.getSettledAt()));
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
