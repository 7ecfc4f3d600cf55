@echo off
rem Finds a JDK, builds the course when its sources are newer than what was built, and starts the
rem command line (openweights.cli.Main). The file "course" does the same on Linux and macOS.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0.") do set "home=%%~fI"
set "state=%home%\.course"
set "stamp=%home%\target\built-with"
set "started=%home%\target\building-with"
set "log=%state%\build.log"
set "seen="
set "jdk="

call :try JAVA_HOME "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try_program "%%~dpJ."
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do (
    for /d %%D in ("%%~P\*") do call :try found "%%~D"
)
for /d %%D in ("%USERPROFILE%\scoop\apps\*") do call :try found "%%~D\current"
if not defined jdk goto no_jdk
set "JAVA_HOME=%jdk%"

call :up_to_date || call :build || exit /b 2

rem Beside a large model the garbage of a forward pass shall stay small.
set "heap="
if "%~1"=="generate" set "heap=-XX:+UseSerialGC -Xms16m -XX:MaxNewSize=8m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:MarkSweepDeadRatio=0 -XX:TrimNativeHeapInterval=250 -XX:MaxRAMPercentage=80"
if "%~1"=="bench" set "heap=-XX:+UseSerialGC -Xms16m -XX:MaxNewSize=8m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:MarkSweepDeadRatio=0 -XX:TrimNativeHeapInterval=250 -XX:MaxRAMPercentage=80"
set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA_HOME%\bin\java.exe" ^
    -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData ^
    -XX:+UnlockExperimentalVMOptions -XX:+EnableVectorSupport %heap% ^
    --add-exports java.base/jdk.internal.module=ALL-UNNAMED ^
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
    -Djava.awt.headless=true ^
    "-Dopenweights.home=%home%" ^
    "-Dorg.bytedeco.javacpp.cachedir=%state%\natives" ^
    -cp "%home%\target\openweights.jar;%home%\target\lib\*" ^
    openweights.cli.Main %*
exit /b %ERRORLEVEL%

rem --- the JDK -----------------------------------------------------------------------------------

:try_program
for %%I in ("%~1\..") do call :try PATH "%%~fI"
exit /b

rem Takes folder %2, named by %1, when it is a JDK for the course and none was taken before.
:try
if defined jdk exit /b
if "%~2"=="" exit /b
if not exist "%~2\release" exit /b
set "version="
set "arch="
for /f "usebackq tokens=1,* delims==" %%A in ("%~2\release") do (
    if "%%A"=="JAVA_VERSION" set "version=%%~B"
    if "%%A"=="OS_ARCH" set "arch=%%~B"
)
set "plain=%version%"
if "%plain:~0,2%"=="1." set "plain=%plain:~2%"
set "major=0"
for /f "delims=.+-_" %%M in ("%plain%") do set "major=%%M"
set "fault="
if not exist "%~2\bin\javac.exe" set "fault=a JRE: it has no bin\javac.exe"
if not "%arch%"=="x86_64" if not "%arch%"=="amd64" set "fault=for %arch%, not for x86_64 (64 bit)"
if %major% LSS 17 set "fault=too old"
if defined fault (
    set "seen=%seen%  %~1: %~2: Java %version%, %fault%#"
) else (
    set "jdk=%~2"
)
exit /b

:no_jdk
>&2 echo course: no JDK 17 or newer (64 bit, with javac) was found. Looked at:
if not defined seen >&2 echo   JAVA_HOME, PATH and the usual folders: no Java at all
:next_seen
if not defined seen goto after_seen
for /f "tokens=1,* delims=#" %%A in ("%seen%") do (
    >&2 echo %%A
    set "seen=%%B"
)
goto next_seen
:after_seen
>&2 echo Next step: winget install EclipseAdoptium.Temurin.21.JDK, or an installer from https://adoptium.net
>&2 echo Then open a new terminal and run course again.
exit /b 2

rem --- the build ---------------------------------------------------------------------------------

rem What was built is good when its stamp, which is written last, names this JDK and nothing is newer.
:up_to_date
if not exist "%stamp%" exit /b 1
if not exist "%home%\target\openweights.jar" exit /b 1
set "with="
set /p with=<"%stamp%"
if not "%with%"=="%JAVA_HOME% %version%" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:stamp).LastWriteTime; $newer = @(Get-Item -LiteralPath ($env:home + '\pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath ($env:home + '\src\main')) | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1; if ($newer) { exit 1 }"
exit /b %ERRORLEVEL%

:build
if not exist "%state%" md "%state%"
if not exist "%home%\target" md "%home%\target"
if exist "%home%\target\lib" (
    >&2 echo Building the course ...
) else (
    >&2 echo Building the course; the first time Maven downloads its libraries: some minutes ...
)
if exist "%stamp%" del "%stamp%"
rem What changes while Maven runs is newer than the stamp: its time is that of the start.
>"%started%" echo %JAVA_HOME% %version%
pushd "%home%"
call mvnw.cmd -B -q "-Dmaven.test.skip=true" "-Dspotless.check.skip=true" package >"%log%" 2>&1
set "result=%ERRORLEVEL%"
popd
if "%result%"=="0" (
    move /y "%started%" "%stamp%" >nul
    exit /b 0
)
findstr /i /c:"Could not transfer" /c:"UnknownHost" /c:"Unknown host" /c:"could not be resolved" "%log%" >nul
if not errorlevel 1 (
    >&2 echo course: Maven could not download what the build needs. Connect to the network and run course again.
    >&2 echo Behind a proxy, name it in %USERPROFILE%\.m2\settings.xml.
) else (
    findstr /c:"ERROR" "%log%" >&2
)
>&2 echo course: the build failed. If a notebook or JupyterLab is open, close it first. The whole log: %log%
exit /b 2
