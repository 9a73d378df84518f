package fr.vigie.incident.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseTask;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Playbooks;
import fr.vigie.incident.TaskOwner;
import fr.vigie.incident.Tasks;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The tasks tab of the case page: the list, the chosen task, playbooks to start. */
@Named
@RequestScoped
public class IncidentTasksTab {
  @Inject Tasks tasks;
  @Inject Playbooks playbooks;
  @Inject CaseFile cases;
  @Inject CurrentCaller caller;
  @Inject WorkWords words;
  @Inject Messages messages;

  @Inject @Param String ref;
  @Inject @Param Long task;
  @Inject @Param String add;

  private Incident incident;
  private List<CaseTask> all;
  private CaseTask chosen;
  private TaskForm form;
  private String result;
  private String reason;

  @PostConstruct
  void open() {
    incident = cases.get(ref);
    form = new TaskForm(incident.zone());
    if (task != null) {
      chosen =
          getAll().stream()
              .filter(candidate -> candidate.getId().equals(task))
              .findFirst()
              .orElseThrow(() -> new NotFoundException("CaseTask", task));
      form.plan(chosen);
    }
  }

  private List<CaseTask> getAll() {
    if (all == null) {
      all = tasks.list(ref);
    }
    return all;
  }

  public List<CaseTask> getOpenTasks() {
    return getAll().stream().filter(candidate -> !candidate.isSettled()).toList();
  }

  public List<CaseTask> getSettledTasks() {
    return getAll().stream().filter(CaseTask::isSettled).toList();
  }

  public List<Playbooks.Offer> getSuggested() {
    return playbooks.offers(ref).stream().filter(Playbooks.Offer::suggested).toList();
  }

  public List<Playbooks.Offer> getOthers() {
    return playbooks.offers(ref).stream().filter(offer -> !offer.suggested()).toList();
  }

  public List<SelectItem> getOwners() {
    return words.owners(tasks.owners(ref), caller.get().id());
  }

  public String start(String code) {
    messages.done("incident.done.playbookStarted", playbooks.start(ref, code).size());
    return address();
  }

  public String add() {
    return told("incident.done.taskAdded", tasks.add(ref, form.content()));
  }

  public String take() {
    told("incident.done.taskTaken", tasks.take(task));
    return address() + "&task=" + task;
  }

  public String finish() {
    return told("incident.done.taskFinished", tasks.finish(task, result));
  }

  public String drop() {
    return told("incident.done.taskDropped", tasks.drop(task, reason));
  }

  public String putBack() {
    return told("incident.done.taskPutBack", tasks.putBack(task));
  }

  public String plan() {
    CaseTask planned = tasks.plan(task, TaskOwner.parse(form.getOwner()), form.dueIfGiven());
    return told("incident.done.taskPlanned", planned);
  }

  private String told(String key, CaseTask changed) {
    messages.done(key, words.title(changed));
    return address();
  }

  private String address() {
    return "/incident/detail.xhtml?faces-redirect=true&ref=" + ref + "&tab=tasks";
  }

  public boolean isAdding() {
    return add != null;
  }

  public Incident getIncident() {
    return incident;
  }

  public CaseTask getChosen() {
    return chosen;
  }

  public TaskForm getForm() {
    return form;
  }

  public String getResult() {
    return result;
  }

  public void setResult(String result) {
    this.result = result;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
