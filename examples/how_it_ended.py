"""What to do about a bad end: the category is decided from what Kubernetes says in fields, and there are nine of them."""

from kpod import Category, Pod, RunFailedError, Secret

hopeless = Pod("busybox:1.37", cmds=["true"], envs={"TOKEN": Secret.existing("recipe-nowhere")["TOKEN"]}, name="recipe-hopeless")

with hopeless.launch() as run:
    try:
        run.wait(timeout=300, start_timeout=2, check=True)
    except RunFailedError as error:
        if error.outcome.category in (Category.DISRUPTED, Category.NEVER_STARTED):
            print("not the work's fault:", error.outcome.category.value)
        elif error.outcome.category is Category.OUT_OF_MEMORY:
            print("give it more memory")
        print(error.outcome.reason)
