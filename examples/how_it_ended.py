"""What to do about a bad end: the category is decided from what Kubernetes says in fields, and there are nine of them."""

from kpod import Category, Pod, RunFailedError

wrong_image = Pod("registry.invalid/nothing:1", name="recipe-nothing")

with wrong_image.launch() as run:
    try:
        run.wait(timeout=300, start_timeout=2, check=True)
    except RunFailedError as error:
        if error.outcome.category in (Category.DISRUPTED, Category.NEVER_STARTED):
            print("not the work's fault:", error.outcome.category.value)
        elif error.outcome.category is Category.OUT_OF_MEMORY:
            print("give it more memory")
        print(error.outcome.reason in ("ErrImagePull", "ImagePullBackOff"))
