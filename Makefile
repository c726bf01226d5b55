# A thin door to the two commands of the project.
.PHONY: run demo quick test full

run:    ## open the window
	python3 packaging/run.py

demo:   ## do the main job without a screen, into ./demo
	python3 packaging/run.py demo demo

quick:  ## what is needed between two edits
	python3 packaging/test.py --quick

test:   ## every check
	python3 packaging/test.py

full:   ## every check, with the long campaigns whole
	python3 packaging/test.py --full
